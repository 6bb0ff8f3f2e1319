/** What a person reads when this service broke. The mark finds it in the log; nothing of the cause is shown. */
export function apology(mark: string): string {
  return `Something went wrong here, and it is not your fault. Please try again. If a child may be in danger, do not wait: go to the DSL, or ring 999. (Mark: ${mark})`;
}
