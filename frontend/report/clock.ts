/** A moment as people write it: the time today, else date and time. */
export function readableMoment(moment: string | Date, now = new Date()): string {
  const at = new Date(moment);
  if (Number.isNaN(at.getTime())) {
    return '';
  }
  const two = (value: number) => String(value).padStart(2, '0');
  const time = `${two(at.getHours())}:${two(at.getMinutes())}`;
  const date = `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`;
  return at.toDateString() === now.toDateString() ? time : `${date} ${time}`;
}
