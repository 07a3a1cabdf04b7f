/** Windows as an iCalendar file (RFC 5545), for the calendars people already look at. */
@NullMarked
package jp.mimamori.windows.ical;

import org.jspecify.annotations.NullMarked;
