/** Times as the inbox writes them. */

/** @param {Date} at */
export const clock = (at) => at.toLocaleTimeString("en-GB", { hour: "2-digit", minute: "2-digit" });

/** @param {Date} at */
export const clockWithSeconds = (at) => at.toLocaleTimeString("en-GB", { hour: "2-digit", minute: "2-digit", second: "2-digit" });

/**
 * "Today", or the name of the day.
 * @param {Date} at
 */
export const dayName = (at) => (sameDay(at, new Date()) ? "Today" : at.toLocaleDateString("en-GB", { weekday: "long" }));

/**
 * The time for today, a short day for anything older.
 * @param {Date} at
 */
export const clockOrDay = (at) => (sameDay(at, new Date()) ? clock(at) : at.toLocaleDateString("en-GB", { weekday: "short" }));

/**
 * @param {Date} one
 * @param {Date} other
 */
export const sameDay = (one, other) => one.toDateString() === other.toDateString();
