package tacit.pulse.profiles;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tacit.api.pulse.ActiveHours;
import tacit.api.pulse.ProfileField;
import tacit.api.pulse.ProfileSettings;
import tacit.api.pulse.Stance;
import tacit.api.store.Row;

/** The columns that hold what is a profile's own; null where it inherits. */
final class OwnColumns {

    /** In the order of the fields. */
    static final Map<ProfileField, String> NAMES = Collections.unmodifiableMap(new EnumMap<>(Map.of(
            ProfileField.ENABLED, "own_enabled",
            ProfileField.CADENCE, "own_cadence",
            ProfileField.STAGGER, "own_stagger",
            ProfileField.COOLDOWN, "own_cooldown",
            ProfileField.DISPATCHES, "own_dispatches",
            ProfileField.STANCE, "own_stance",
            ProfileField.ACTIVE_HOURS, "own_hours")));

    private final Row row;
    private final Set<ProfileField> inherited = EnumSet.noneOf(ProfileField.class);

    private OwnColumns(Row row) {
        this.row = row;
    }

    /** In the order of {@link #NAMES}. */
    static List<@Nullable Object> values(ProfileSettings settings) {
        List<@Nullable Object> values = new ArrayList<>();
        for (ProfileField field : NAMES.keySet()) {
            values.add(settings.inherited().contains(field) ? null : value(field, field.of(settings)));
        }
        return values;
    }

    private static Object value(ProfileField field, String text) {
        return switch (field) {
            case ENABLED -> Boolean.valueOf(text);
            case CADENCE, STAGGER, COOLDOWN, DISPATCHES -> Integer.valueOf(text);
            case STANCE, ACTIVE_HOURS -> text;
        };
    }

    /** The settings of a row, with these where it inherits. */
    static ProfileSettings settings(Row row, ProfileSettings usual) {
        OwnColumns own = new OwnColumns(row);
        return new ProfileSettings(
                own.number(ProfileField.ENABLED).map(one -> one == 1).orElse(usual.enabled()),
                own.minutes(ProfileField.CADENCE).orElse(usual.cadence()),
                own.minutes(ProfileField.STAGGER).orElse(usual.staggerOffset()),
                own.minutes(ProfileField.COOLDOWN).orElse(usual.dispatchCooldown()),
                own.number(ProfileField.DISPATCHES).map(Math::toIntExact).orElse(usual.maxDispatchesPerDay()),
                own.text(ProfileField.STANCE)
                        .map(stance -> Stance.valueOf(stance.toUpperCase(Locale.ROOT)))
                        .orElse(usual.stance()),
                own.hours(usual.activeHours()),
                own.inherited);
    }

    private Optional<Duration> minutes(ProfileField field) {
        return number(field).map(Duration::ofMinutes);
    }

    private @Nullable ActiveHours hours(@Nullable ActiveHours usual) {
        Optional<String> text = text(ProfileField.ACTIVE_HOURS);
        return text.isPresent() ? ActiveHours.parse(text.get()) : usual;
    }

    private Optional<Long> number(ProfileField field) {
        return noted(field, row.optionalNumber(column(field)));
    }

    private Optional<String> text(ProfileField field) {
        return noted(field, row.optionalText(column(field)));
    }

    private static String column(ProfileField field) {
        return NAMES.getOrDefault(field, "");
    }

    private <T> Optional<T> noted(ProfileField field, Optional<T> value) {
        if (value.isEmpty()) {
            inherited.add(field);
        }
        return value;
    }
}
