package tacit.pulse.loop;

import java.time.ZonedDateTime;

/** How often something comes, as five fields of cron: as often as was asked, or the next less often that cron can say. */
final class Frequency {

    private static final int[] IN_AN_HOUR = {1, 2, 3, 4, 5, 6, 10, 12, 15, 20, 30};
    private static final int[] IN_A_DAY = {1, 2, 3, 4, 6, 8, 12};
    private static final int[] IN_A_YEAR = {1, 2, 3, 4, 6};
    private static final int DAY = 1440;
    private static final int LONGEST_MONTH = 31 * DAY;
    private static final int LAST_DAY_OF_ALL_MONTHS = 28;

    private Frequency() {}

    /**
     * The times of a frequency, at the minute, hour and day of now.
     *
     * @param minutes at least 1
     */
    static String cron(int minutes, ZonedDateTime now) {
        for (int each : IN_AN_HOUR) {
            if (minutes <= each) {
                return each == 1 ? "* * * * *" : every(now.getMinute(), each, 60) + " * * * *";
            }
        }
        for (int each : IN_A_DAY) {
            if (minutes <= each * 60) {
                String hours = each == 1 ? "*" : every(now.getHour(), each, 24);
                return now.getMinute() + " " + hours + " * * *";
            }
        }
        return now.getMinute() + " " + now.getHour() + " " + day(minutes, now);
    }

    private static String day(int minutes, ZonedDateTime now) {
        if (minutes <= DAY) {
            return "* * *";
        }
        if (minutes <= 7 * DAY) {
            return "* * " + now.getDayOfWeek().getValue() % 7;
        }
        int day = Math.min(now.getDayOfMonth(), LAST_DAY_OF_ALL_MONTHS);
        for (int each : IN_A_YEAR) {
            if (minutes <= each * LONGEST_MONTH) {
                int first = (now.getMonthValue() - 1) % each + 1;
                return day + " " + (each == 1 ? "*" : first + "-12/" + each) + " *";
            }
        }
        return day + " " + now.getMonthValue() + " *";
    }

    /** All values of one remainder: {@code 7-59/10}. */
    private static String every(int value, int each, int all) {
        int first = value % each;
        return first == 0 ? "*/" + each : first + "-" + (all - 1) + "/" + each;
    }
}
