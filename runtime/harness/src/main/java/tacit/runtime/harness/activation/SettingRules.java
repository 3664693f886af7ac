package tacit.runtime.harness.activation;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.function.Function;
import tacit.api.trust.BundleFacts;

/** Checks settings against what a bundle says that it can be told. */
final class SettingRules {

    /** By the type's name in lower case; any other type takes any text. */
    private static final Map<String, Function<String, ?>> PARSERS = Map.of(
            "long", Long::valueOf,
            "integer", Integer::valueOf,
            "short", Short::valueOf,
            "byte", Byte::valueOf,
            "double", Double::valueOf,
            "float", Float::valueOf,
            "char", SettingRules::character,
            "character", SettingRules::character,
            "boolean", SettingRules::truth);

    private SettingRules() {}

    /** What is wrong with the settings of one PID, in words that hold no value; empty when nothing is. */
    static Optional<String> problem(BundleFacts facts, String pid, SortedMap<String, String> settings) {
        Map<String, String> known = facts.settings().get(pid);
        if (known == null) {
            return Optional.of("bundle '" + facts.symbolicName() + "' describes no settings of '" + pid + "'");
        }
        for (Map.Entry<String, String> setting : settings.entrySet()) {
            String type = known.get(setting.getKey());
            if (type == null) {
                return Optional.of("'" + pid + "' has no setting '" + setting.getKey() + "'; it has "
                        + String.join(", ", known.keySet()));
            }
            if (!fits(type, setting.getValue())) {
                return Optional.of("setting '" + setting.getKey() + "' of '" + pid + "' must be " + article(type));
            }
        }
        return Optional.empty();
    }

    private static String article(String type) {
        return (type.matches("[AEIOU].*") ? "an " : "a ") + type;
    }

    private static boolean fits(String type, String value) {
        Function<String, ?> parser = PARSERS.get(type.toLowerCase(Locale.ROOT));
        try {
            return parser == null || parser.apply(value) != null;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static Character character(String value) {
        if (value.length() != 1) {
            throw new IllegalArgumentException("value must be one character");
        }
        return value.charAt(0);
    }

    private static Boolean truth(String value) {
        if (!value.equals("true") && !value.equals("false")) {
            throw new IllegalArgumentException("value must be true or false");
        }
        return Boolean.valueOf(value);
    }
}
