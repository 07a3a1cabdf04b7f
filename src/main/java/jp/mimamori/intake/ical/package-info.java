/** iCalendar files (RFC 5545): their events with every repetition written out, in the hospital's own time. */
@NullMarked
package jp.mimamori.intake.ical;

import org.jspecify.annotations.NullMarked;
