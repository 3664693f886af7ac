package tacit.api.pulse;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a generation lays over the settings of a profile, which stay as the operator left them. Immutable.
 *
 * <p>Its text is a line such as {@code PROFILE-ID cadence=45 cooldown=150 budget=3}: the id of the profile and at least one of
 * the three fields, each once.
 *
 * @param profileId the profile
 * @param cadenceMinutes between pulses, in [15, 10080]; null for those of the profile
 * @param cooldownMinutes after a dispatch, in [15, 10080]; null for those of the profile
 * @param dispatchesPerDay in [1, 96]; null for those of the profile
 */
public record ProfileTuning(
        String profileId,
        @Nullable Integer cadenceMinutes,
        @Nullable Integer cooldownMinutes,
        @Nullable Integer dispatchesPerDay) {

    /** The name of the setting of a bundle of role {@code heartbeat} that holds these lines. */
    public static final String SETTING = "tuning";

    /** More lines are refused. */
    public static final int MOST_LINES = 1_000;

    private static final String CADENCE = "cadence";
    private static final String COOLDOWN = "cooldown";
    private static final String BUDGET = "budget";

    public ProfileTuning {
        if (profileId.isBlank() || profileId.chars().anyMatch(Character::isWhitespace)) {
            throw new IllegalArgumentException("profileId must be a word, got '" + profileId + "'");
        }
        over(ProfileSettings.USUAL, cadenceMinutes, cooldownMinutes, dispatchesPerDay);
    }

    /** Nothing: the settings of the profile count. */
    public static ProfileTuning none(String profileId) {
        return new ProfileTuning(profileId, null, null, null);
    }

    /**
     * Reads the lines of a setting; blank ones are passed over.
     *
     * @return by profile, in the order of their ids
     * @throws IllegalArgumentException when a line names no field, one that is unknown or out of its bounds, or a profile twice
     */
    public static List<ProfileTuning> parse(String text) {
        Map<String, ProfileTuning> all = new TreeMap<>();
        for (String line :
                text.lines().map(String::strip).filter(one -> !one.isEmpty()).toList()) {
            ProfileTuning read = line(line);
            if (all.put(read.profileId(), read) != null) {
                throw new IllegalArgumentException(
                        "tuning must name each profile once, got '" + read.profileId() + "' twice");
            }
        }
        if (all.size() > MOST_LINES) {
            throw new IllegalArgumentException("tuning must have at most " + MOST_LINES + " lines, got " + all.size());
        }
        return List.copyOf(all.values());
    }

    private static ProfileTuning line(String line) {
        String[] words = line.split("\\s+", -1);
        ProfileTuning read = none(words[0]);
        Set<String> seen = new HashSet<>();
        for (int i = 1; i < words.length; i++) {
            int equals = words[i].indexOf('=');
            String field = equals < 0 ? words[i] : words[i].substring(0, equals);
            if (equals < 0 || !seen.add(field)) {
                throw new IllegalArgumentException(
                        "tuning must say each field once as NAME=NUMBER, got '" + line + "'");
            }
            read = read.with(field, number(words[i].substring(equals + 1), line));
        }
        if (read.isNone()) {
            throw new IllegalArgumentException("tuning must say a field for each profile, got '" + line + "'");
        }
        return read;
    }

    private static int number(String text, String line) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("tuning must have whole numbers, got '" + line + "'", e);
        }
    }

    /**
     * The same with another value of a field.
     *
     * @param field {@code cadence}, {@code cooldown} or {@code budget}
     * @throws IllegalArgumentException when the field is another one, or the value out of its bounds
     */
    public ProfileTuning with(String field, int value) {
        return switch (field) {
            case CADENCE -> new ProfileTuning(profileId, value, cooldownMinutes, dispatchesPerDay);
            case COOLDOWN -> new ProfileTuning(profileId, cadenceMinutes, value, dispatchesPerDay);
            case BUDGET -> new ProfileTuning(profileId, cadenceMinutes, cooldownMinutes, value);
            default ->
                throw new IllegalArgumentException("tuning knows cadence, cooldown and budget, got '" + field + "'");
        };
    }

    /** Whether it says nothing. */
    public boolean isNone() {
        return cadenceMinutes == null && cooldownMinutes == null && dispatchesPerDay == null;
    }

    /** What counts where the profile says this; everything but the three fields stays. */
    public ProfileSettings over(ProfileSettings settings) {
        return isNone() ? settings : over(settings, cadenceMinutes, cooldownMinutes, dispatchesPerDay);
    }

    private static ProfileSettings over(
            ProfileSettings settings, @Nullable Integer cadence, @Nullable Integer cooldown, @Nullable Integer budget) {
        return new ProfileSettings(
                settings.enabled(),
                cadence == null ? settings.cadence() : Duration.ofMinutes(cadence),
                settings.staggerOffset(),
                cooldown == null ? settings.dispatchCooldown() : Duration.ofMinutes(cooldown),
                budget == null ? settings.maxDispatchesPerDay() : budget,
                settings.stance(),
                settings.activeHours(),
                settings.inherited());
    }

    /** Its fields as a line has them; empty for none. */
    public String fields() {
        List<String> fields = new ArrayList<>();
        add(fields, CADENCE, cadenceMinutes);
        add(fields, COOLDOWN, cooldownMinutes);
        add(fields, BUDGET, dispatchesPerDay);
        return String.join(" ", fields);
    }

    private static void add(List<String> fields, String name, @Nullable Integer value) {
        if (value != null) {
            fields.add(name + "=" + value);
        }
    }

    /** The text that {@link #parse} reads; those that say nothing are left out. */
    public static String text(List<ProfileTuning> tunings) {
        return tunings.stream()
                .filter(one -> !one.isNone())
                .map(one -> one.profileId() + " " + one.fields())
                .collect(Collectors.joining("\n"));
    }
}
