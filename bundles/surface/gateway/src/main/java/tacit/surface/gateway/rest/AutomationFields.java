package tacit.surface.gateway.rest;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tacit.api.pulse.ActiveHours;
import tacit.api.pulse.ProfileField;
import tacit.api.pulse.ProfileSettings;
import tacit.surface.gateway.rest.reply.Fields;

/** Reads what is set of a profile, also under the names that were usual before; a name that nobody knows is refused. */
final class AutomationFields {

    private static final String INHERIT = "inherit";

    /** Names of before. A 0 there counts as not given, as it did. */
    private static final Map<String, ProfileField> ALIASES = Map.of(
            "heartbeatEnabled", ProfileField.ENABLED,
            "pulseEveryMinutes", ProfileField.CADENCE,
            "heartbeatIntervalMinutes", ProfileField.CADENCE,
            "heartbeatStaggerOffset", ProfileField.STAGGER,
            "heartbeatProfile", ProfileField.STANCE,
            "stance", ProfileField.STANCE);

    /** What a role of a level does where nothing else is said. */
    private static final Map<String, List<String>> LEVELS = Map.of(
            "lead", List.of("60", "12", "dispatcher"),
            "specialist", List.of("120", "4", "operator"),
            "intern", List.of("120", "4", "observer"));

    private AutomationFields() {}

    /** The names of all fields, and these. */
    static Set<String> known(String... others) {
        Set<String> known = new HashSet<>(ALIASES.keySet());
        for (ProfileField field : ProfileField.values()) {
            known.add(field.title());
        }
        known.addAll(List.of(others));
        return known;
    }

    /** The settings of a level of autonomy; those that are usual for none. */
    static ProfileSettings ofLevel(@Nullable String level) {
        List<String> values = level == null ? List.of() : LEVELS.get(level);
        if (values == null) {
            throw new IllegalArgumentException("autonomyLevel must be one of intern, lead, specialist");
        }
        return level == null
                ? ProfileSettings.USUAL
                : ProfileSettings.USUAL
                        .with(ProfileField.CADENCE, "15")
                        .with(ProfileField.COOLDOWN, values.get(0))
                        .with(ProfileField.DISPATCHES, values.get(1))
                        .with(ProfileField.STANCE, values.get(2));
    }

    /** These settings with what a body says of them. */
    static ProfileSettings on(ProfileSettings before, Fields body) {
        ProfileSettings settings = before;
        Set<ProfileField> given = new HashSet<>();
        for (String name : names(body.node())) {
            ProfileField field = field(name);
            JsonNode value = body.node().path(name);
            if (field == null || (ALIASES.containsKey(name) && value.isInt() && value.intValue() == 0)) {
                continue;
            }
            if (!given.add(field)) {
                throw new IllegalArgumentException(field.title() + " must be given once, whatever its name");
            }
            settings = settings.with(field, text(name, field, value));
        }
        return inheriting(settings, body, given);
    }

    private static List<String> names(JsonNode node) {
        List<String> names = new ArrayList<>();
        node.fieldNames().forEachRemaining(names::add);
        return names;
    }

    private static @Nullable ProfileField field(String name) {
        for (ProfileField field : ProfileField.values()) {
            if (field.title().equals(name)) {
                return field;
            }
        }
        return ALIASES.get(name);
    }

    private static ProfileSettings inheriting(ProfileSettings before, Fields body, Set<ProfileField> given) {
        ProfileSettings settings = before;
        if (body.node().has(INHERIT)) {
            for (String name : body.texts(INHERIT, ProfileField.values().length, 100)) {
                ProfileField field = field(name);
                if (field == null || given.contains(field)) {
                    throw new IllegalArgumentException("inherit must name fields that are not set as well");
                }
                settings = settings.inheriting(field, field.setting().rule().usual());
            }
        }
        return settings;
    }

    private static String text(String name, ProfileField field, JsonNode value) {
        boolean fits =
                switch (field) {
                    case ENABLED -> value.isBoolean();
                    case CADENCE, STAGGER, COOLDOWN, DISPATCHES -> value.isIntegralNumber();
                    case STANCE -> value.isTextual();
                    case ACTIVE_HOURS -> value.isObject() || value.isNull();
                };
        if (!fits) {
            throw new IllegalArgumentException(name + " must be "
                    + (field == ProfileField.ACTIVE_HOURS
                            ? "an object, or null for always"
                            : field.setting().rule().words()));
        }
        return field == ProfileField.ACTIVE_HOURS ? ActiveHours.text(hours(value)) : value.asText();
    }

    private static @Nullable ActiveHours hours(JsonNode value) {
        if (value.isNull()) {
            return null;
        }
        Fields fields = Fields.of(value, Set.of("timezone", "startHour", "endHour", "weekdays"));
        if (!value.has("startHour") || !value.has("endHour")) {
            throw new IllegalArgumentException("activeHours must have startHour and endHour");
        }
        return new ActiveHours(
                fields.optionalText("timezone", 100),
                fields.whole("startHour", 0, 0, 23),
                fields.whole("endHour", 0, 0, 23),
                weekdays(value.path("weekdays")));
    }

    private static List<Integer> weekdays(JsonNode value) {
        List<Integer> days = new ArrayList<>();
        if (!value.isMissingNode() && !value.isNull()) {
            value.forEach(day -> days.add(day.isInt() ? day.intValue() : -1));
            if (!value.isArray() || days.size() > 7) {
                throw new IllegalArgumentException("activeHours.weekdays must be a list of at most 7 days");
            }
        }
        return days;
    }
}
