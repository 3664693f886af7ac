package tacit.surface.settings;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tacit.api.adapt.GovernedSwitch;
import tacit.api.adapt.Setting;

/** Reads what components say of their switches: {@code FLAG|KEY|LIMIT|TRAIL}. */
final class GovernedText {

    private static final Logger log = LoggerFactory.getLogger(GovernedText.class);
    private static final int PARTS = 4;
    private static final Pattern KEY = Pattern.compile("\\{([^{}]+)}");

    private GovernedText() {}

    /** The switch; null, with a line in the log, for one that is not written so or names no setting. */
    static @Nullable GovernedSwitch read(String pid, String text, List<Setting> settings) {
        String[] parts = text.split("\\|", -1);
        Optional<Setting> setting = parts.length == PARTS ? setting(pid, parts[1], settings) : Optional.empty();
        if (setting.isEmpty() || parts[0].isBlank()) {
            log.warn("Component '{}' declares a switch that is none: '{}'", pid, text);
            return null;
        }
        return new GovernedSwitch(
                parts[0], setting.get(), optional(limit(pid, parts[2], settings)), optional(parts[3]));
    }

    private static Optional<Setting> setting(String pid, String key, List<Setting> settings) {
        return settings.stream()
                .filter(one -> one.pid().replaceFirst("~.*", "").equals(pid)
                        && one.key().equals(key))
                .findFirst();
    }

    /** With the values of the settings that it names. */
    private static String limit(String pid, String text, List<Setting> settings) {
        return KEY.matcher(text)
                .replaceAll(found -> Matcher.quoteReplacement(setting(pid, found.group(1), settings)
                        .map(Setting::value)
                        .orElse("?")));
    }

    private static @Nullable String optional(String text) {
        return text.isBlank() ? null : text;
    }
}
