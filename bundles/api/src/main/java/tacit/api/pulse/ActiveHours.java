package tacit.api.pulse;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * When a profile may act by itself. Immutable.
 *
 * @param timezone an id that {@link ZoneId#of} knows; null for the host's
 * @param startHour the first hour, in [0, 23]
 * @param endHour the hour that is no longer part, in [0, 23]; the same as the first for the whole day, an earlier one for a night
 * @param weekdays 0 for Sunday to 6 for Saturday, each once; empty for every day. A night counts to the day on which each hour lies
 */
public record ActiveHours(@Nullable String timezone, int startHour, int endHour, List<Integer> weekdays) {

    /** What stands for null as text. */
    public static final String ALWAYS = "always";

    /** How {@link #parse} wants them, for people. */
    public static final String FORM = "'always' or START-END [DAYS] [ZONE], such as '9-17 1,2,3,4,5 Europe/Berlin'";

    // The platform makes a new set of them for each who asks
    private static final Set<String> ZONES = Set.copyOf(ZoneId.getAvailableZoneIds());

    private static final Pattern TEXT =
            Pattern.compile("(\\d{1,2})-(\\d{1,2})(?: +([0-6](?:,[0-6])*))?(?: +([A-Za-z+-][A-Za-z0-9_/:+-]*))?");

    public ActiveHours {
        if (timezone != null && !known(timezone)) {
            throw new IllegalArgumentException(
                    "activeHours.timezone must be a known time zone, got '" + timezone + "'");
        }
        hour("startHour", startHour);
        hour("endHour", endHour);
        weekdays = List.copyOf(weekdays);
        for (int day : weekdays) {
            if (day < 0 || day > 6) {
                throw new IllegalArgumentException("activeHours.weekdays must be in [0, 6], got " + day);
            }
        }
        if (Set.copyOf(weekdays).size() != weekdays.size()) {
            throw new IllegalArgumentException("activeHours.weekdays must name each day once, got " + weekdays);
        }
    }

    /**
     * Reads hours from a text; null for {@link #ALWAYS}.
     *
     * @throws IllegalArgumentException when it is no such text
     */
    public static @Nullable ActiveHours parse(String text) {
        if (text.equals(ALWAYS)) {
            return null;
        }
        Matcher hours = TEXT.matcher(text);
        if (!hours.matches()) {
            throw new IllegalArgumentException("activeHours must be " + FORM + ", got '" + text + "'");
        }
        List<Integer> days = hours.group(3) == null
                ? List.of()
                : Arrays.stream(hours.group(3).split(",")).map(Integer::valueOf).toList();
        return new ActiveHours(
                hours.group(4), Integer.parseInt(hours.group(1)), Integer.parseInt(hours.group(2)), days);
    }

    /** The text that {@link #parse} reads the same hours from. */
    public static String text(@Nullable ActiveHours hours) {
        if (hours == null) {
            return ALWAYS;
        }
        String days = hours.weekdays.stream().map(String::valueOf).collect(Collectors.joining(","));
        return hours.startHour
                + "-"
                + hours.endHour
                + (days.isEmpty() ? "" : " " + days)
                + (hours.timezone == null ? "" : " " + hours.timezone);
    }

    /** Whether a profile may act at this moment. */
    public boolean include(Instant moment, ZoneId host) {
        ZonedDateTime local = moment.atZone(timezone == null ? host : ZoneId.of(timezone));
        if (!weekdays.isEmpty() && !weekdays.contains(number(local.getDayOfWeek()))) {
            return false;
        }
        int hour = local.getHour();
        if (startHour == endHour) {
            return true;
        }
        return startHour < endHour ? hour >= startHour && hour < endHour : hour >= startHour || hour < endHour;
    }

    private static int number(DayOfWeek day) {
        return day.getValue() % 7;
    }

    private static void hour(String name, int hour) {
        if (hour < 0 || hour > 23) {
            throw new IllegalArgumentException("activeHours." + name + " must be in [0, 23], got " + hour);
        }
    }

    static boolean known(String timezone) {
        return ZONES.contains(timezone) || timezone.equals("Z") || timezone.matches("(UTC|GMT)?[+-]\\d{2}:\\d{2}");
    }
}
