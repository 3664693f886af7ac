package tacit.memory.rank;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/**
 * Some days on end. Immutable.
 *
 * @param first day
 * @param last day, too
 */
record Days(LocalDate first, LocalDate last) {

    Days {
        if (last.isBefore(first)) {
            throw new IllegalArgumentException("last must not be before first, got " + first + " to " + last);
        }
    }

    static Days of(LocalDate day) {
        return new Days(day, day);
    }

    static Days month(int year, int month) {
        LocalDate first = LocalDate.of(year, month, 1);
        return new Days(first, first.plusMonths(1).minusDays(1));
    }

    static Days year(int year) {
        return new Days(LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31));
    }

    boolean meets(Days other) {
        return !first.isAfter(other.last) && !other.first.isAfter(last);
    }

    /** How many days lie between; 0 when they meet. */
    long gap(Days other) {
        if (meets(other)) {
            return 0;
        }
        return first.isAfter(other.last)
                ? ChronoUnit.DAYS.between(other.last, first)
                : ChronoUnit.DAYS.between(last, other.first);
    }

    long length() {
        return ChronoUnit.DAYS.between(first, last) + 1;
    }
}
