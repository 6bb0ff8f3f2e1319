/**
 * Pictures for the tiles, by the name in the policy's `icon`. Drawn for this app: 48 by 48 pixels, one colour that can be told from a
 * light and a dark background. PNG inside the card, because emoji look different or are missing on some machines, and
 * Teams on phones draws no SVG.
 */
const pictures: Record<string, { altText: string; png: string }> = {
  picture: {
    altText: 'Picture, crossed out',
    png: 'iVBORw0KGgoAAAANSUhEUgAAADAAAAAwAgMAAAAqbBEUAAAADFBMVEVuc9luc9luc9luc9nW7zZrAAAABHRSTlMAVar/oA4xLwAAAPdJREFUeNp10jFuwzAMBdAfC0WGDpoyd+7UIzDn6SXi6zQdegNHR8gRPHephgxFIvs3pOhULRBuD6BM4tPA3er6Bo+5RWkQ2D7i597qTSH0OgJ4WXC6tu1Y2z6ma9uByd6uDOKTZgBD1EmbLQaFTTqMFWDCiieHZAQWRyxYnydHYAMw/bZBcnf7gD7aHRcE4gGOrrf1/NPZ1vOhJZbnBWQgb4sykb5oLJKF3xWSYxHOFbqMhjNYBoCFYyiAaJ8hAzFHUgPRVbo+ODzyr9lX0sgvFlJFnAxbv5O2ybkGTw32qT3JeoEd97W2vf89bmogY4M43vtx/tUPG6PIbh1iLQoAAAAASUVORK5CYII=',
  },
  message: {
    altText: 'Speech bubble',
    png: 'iVBORw0KGgoAAAANSUhEUgAAADAAAAAwAgMAAAAqbBEUAAAADFBMVEVuc9luc9luc9luc9nW7zZrAAAABHRSTlMAVar/oA4xLwAAAHZJREFUeNpjYKAuYFoFBQ0MDAzc/6HgAQbnF0TVejDnAUQvN1YOUwMSB4YHjoPiHCLdxjYBl+cQnF8NDFnwAPn/gBEp3B5wwzlM6x/o/4MFLwP3w/8P4CHP/fx/A4Lz/y8DEucLMqcBifMPKeq4vyDH4wUGmgAAlYh4niVagZQAAAAASUVORK5CYII=',
  },
  warning: {
    altText: 'Warning sign',
    png: 'iVBORw0KGgoAAAANSUhEUgAAADAAAAAwAgMAAAAqbBEUAAAADFBMVEVuc9luc9luc9luc9nW7zZrAAAABHRSTlMAVar/oA4xLwAAAMlJREFUeNqt0LsNhDAMgGGTSJfCBSMwQkaAzcgINwdLJCMwgkegoEgB5GTl4Vx7Olf8UvTJGODXMa6L8ehiOruYry78I99DSksLda/CmWveRT4nsS1hFDlosb1Tj8jKNVvfSGuockSye5ORmm0JxV4Dkr5LpAVpSFUGJCi2vjmKjZHDUj7AwTHmM9idw8QicxQ7LaAcZLtu7/kM9b/mkGV+lm3eFwmyzVfiMPyc7/d68yWzXPcFuYt3YJ6tjN8BUxv6DrW1cfDX+QCzvncvq40aAQAAAABJRU5ErkJggg==',
  },
  adult: {
    altText: 'Adult and child',
    png: 'iVBORw0KGgoAAAANSUhEUgAAADAAAAAwAgMAAAAqbBEUAAAADFBMVEVuc9luc9luc9luc9nW7zZrAAAABHRSTlMAVar/oA4xLwAAANRJREFUeNqtkjEOgjAYhR+QQCKDR+hqXHoEuImzp6BH8BAuTt5AOEKPwO7CgAmD8LQtLTJqbPIn/fK/vv/9SYE/nOhYLiDYL1BzCveYpPKQTai1h20P0XmQGnlwkA2S4UsQnwYr62xEpRGd5zh3KgiWS9CKOqwQcd4jvZ0Qj1kfZPHTzcpJth4kycHL+MCBIDs7Rply1vn47lbaDd0arehcHNma9pBeDBQNgOTp3lRGG00uTm2BvBqj2kbiEHOB1kpuLmyDYgUqgIL8EXYW9sDmp6/yAq+Nfj2ToRMWAAAAAElFTkSuQmCC',
  },
  stranger: {
    altText: 'Unknown person',
    png: 'iVBORw0KGgoAAAANSUhEUgAAADAAAAAwAgMAAAAqbBEUAAAADFBMVEVuc9luc9luc9luc9nW7zZrAAAABHRSTlMAVar/oA4xLwAAAN5JREFUeNqdkD1ywjAQhT9DGAoX1EyKtKnQDbCuk1OIkyGO4CO4gJ6CgsL2ZvaHgS5DtrE+S/ve24U3a5Wf56YOT2hl9J8/GZKIQZI7lItoUyMimZrLAViLSE8lnYDNRLlydEgD7Z1vOn3WnViOaqQCJdNMaqTKBZggmekRmKGzONWh5FewNCGwNwjpD89pplEeJ8qDsjVY2Aih9iUi5wdUEZlh56/OfMoh1jLrbewp3bQvjEqv8pNDbMg3OLukDbAcH2kVvNX2xPrmMXqz8cCb4Q/wIO2/YeFjxef9+gXoYmu5hqv/vwAAAABJRU5ErkJggg==',
  },
  messages: {
    altText: 'Two speech bubbles',
    png: 'iVBORw0KGgoAAAANSUhEUgAAADAAAAAwAgMAAAAqbBEUAAAADFBMVEVuc9luc9luc9luc9nW7zZrAAAABHRSTlMAVar/oA4xLwAAAJRJREFUeNqt0T0OgzAMBeDIHT1wDZRL9Go5TuSFG5DuXAKJCzCjKq5waPNADBXCQ6RPys+z49yV8rJWLEi6Vj6DbdvQw3obyEJsYHv3DCQZL+iPSBK8BTXoWFoomCp8p9natsOsc43C+kJASH63gBm6oPBns0kkksCEGcc9fOFFki7x90uNjvXLHgi3wxPRICi4m+sDSFt4jr+D22kAAAAASUVORK5CYII=',
  },
  heart: {
    altText: 'Heart',
    png: 'iVBORw0KGgoAAAANSUhEUgAAADAAAAAwAgMAAAAqbBEUAAAADFBMVEVuc9luc9luc9luc9nW7zZrAAAABHRSTlMAVar/oA4xLwAAAO5JREFUeNqtkb1NBDEQRp+NdBs4ICO5YEvYEs710IS3BAKaIKIDhhK2hA2uAAIHK8R6wH93JxHCSLbnjTyfP9vw9zCPz/DwUuGoyRvRcwFRXZ1qyrnVT90mfdUZcMkfk5yNrMAYMao+r3BaIOwwfAFhhmkDu2cxX7ZispwA9x9AB7c2eAMOc0uke0y/wDfzGUKHfM5prmCzg2mpMGzZ6FrBxT71YnHb3GNTBSlC5b5YLaVQ5Ia9dsbrjCu1UE+w6sFoMyILDE2zPEcetSmBNFM/Te93vQVCHPfLD41J4gWsXneBpJufHOMNHJ74//gGf0hlUMPOP8kAAAAASUVORK5CYII=',
  },
  screen: {
    altText: 'Screen',
    png: 'iVBORw0KGgoAAAANSUhEUgAAADAAAAAwAgMAAAAqbBEUAAAADFBMVEVuc9luc9luc9luc9nW7zZrAAAABHRSTlMAVar/oA4xLwAAAIpJREFUeNpjYKAuYFsFBRMYGBjq/0PBXwYGxv9w4MDA/h+m7P8FBu4vMM3yFxi4P8A4/A8YuB/AONxYOEwNSBzuH8ic/w3InB/IHJAUjPMIJAXjPND/h4ODogzFAFSjG3A4B8WhOPyD4m3kAGFGBNUB1EBECV7UgCcPMIG0N8AcBTL4ATYOijJSAQCF/JVjetqDdAAAAABJRU5ErkJggg==',
  },
  'id-card': {
    altText: 'Identity card',
    png: 'iVBORw0KGgoAAAANSUhEUgAAADAAAAAwAgMAAAAqbBEUAAAADFBMVEVuc9luc9luc9luc9nW7zZrAAAABHRSTlMAVar/oA4xLwAAAJ9JREFUeNq90bENgzAQBdAPSFBcwQhu2SLZjIzAGJGHwIzgETwChcvYF4VwB5aSlt896fhI38BVae2eCcDIexJQseaOjuWMPSjKx8aDVkEfQEFAG9rphDEdqD6lgo7Z19Y+N1A0npjzF2sfChRnWtAwL7+r///HZBe1+hbopRgfddIzByQtcEBWzMCsGIBBUAxynqo5RlzKeYvhyye5Jm9ci6j47OD3+QAAAABJRU5ErkJggg==',
  },
  phone: {
    altText: 'Phone',
    png: 'iVBORw0KGgoAAAANSUhEUgAAADAAAAAwAgMAAAAqbBEUAAAADFBMVEVuc9luc9luc9luc9nW7zZrAAAABHRSTlMAVar/oA4xLwAAAF5JREFUeNpjYMAH2FatWrVqApRT//////9/IWzG/2DgAOaw/wcp+38BzOH+AiLloZwPIJL/AYTzAEGOcmjB0VqBxNn/DxcHRRmSASiRhRyNzJAIPoAZ9SiJAjW5YAcAesxwV5jPrSsAAAAASUVORK5CYII=',
  },
  filter: {
    altText: 'Filter',
    png: 'iVBORw0KGgoAAAANSUhEUgAAADAAAAAwAgMAAAAqbBEUAAAADFBMVEVuc9luc9luc9luc9nW7zZrAAAABHRSTlMAVar/oA4xLwAAAKNJREFUeNrNkj0OwjAMRh9lYPDQI7Cz9Aj0Zu1xEAtHKEfgCBEn6MBQIVqjxEkaMSIGPFh5tj//SIHf2uEc7QQMGm35hO5pVZcZ2E+mbR7AbjEYbkClrX9vtM+hVBCKk7R+eX8cA2zVe72SpbENdA5kjqt6rXXBoj4brNI2jrSxaSc/1smUoXYyZhAn7n+hKeCuBeh6KKLrbUiRoDgaqv77//EGHrhniNJ1iu0AAAAASUVORK5CYII=',
  },
  question: {
    altText: 'Question mark',
    png: 'iVBORw0KGgoAAAANSUhEUgAAADAAAAAwAgMAAAAqbBEUAAAADFBMVEVuc9luc9luc9luc9nW7zZrAAAABHRSTlMAVar/oA4xLwAAAP9JREFUeNqVUrFtxDAMPClAVKj4AVK4TZcRrDmyxI8gjZAl0vwQcUb4ETxCChcfwBIDHq04BtK8QNE8kSapo4A71uv7bp9FvrsdRESuv442dZdT4yyJIOrXyUww3lS/rAQT/w1NtZeEpxucFD2qcCIJWQNOC6KWGb4ADDOGNi2Iiyb7xHgNKx40XS7IyVf4qpkpjaJ76tpV4IOSE0Of6ckFnj3p0dhBXP+AvOzA6607CC3twPoqrIOoHee0gdkAW/LFmuTmapuX9FW7HMN4uWG2BEx/WgyQkFCBxzcYVd4oNxIP9B6Jjxrgt5F4G1ax2lnHWP8b8GH0cJdLuuMJ/QB1SYfS6CrluAAAAABJRU5ErkJggg==',
  },
};

/** For an Image: where it is and what it shows. Undefined for a name that has no picture: then the tile has only its words. */
export function tilePicture(name: string): { url: string; altText: string } | undefined {
  const found = Object.hasOwn(pictures, name) ? pictures[name] : undefined;
  return found === undefined ? undefined : { url: `data:image/png;base64,${found.png}`, altText: found.altText };
}
