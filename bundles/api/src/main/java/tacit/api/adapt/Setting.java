package tacit.api.adapt;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One setting of the running host, as its bundle describes it and as it stands. Immutable.
 *
 * @param pid of its component
 * @param key its name there
 * @param label its name for people
 * @param description what it does
 * @param bundle the symbolic name of the bundle that has it
 * @param role what the bundle fills in the harness, several with commas between them; null for a part of the host
 * @param rule what may be set
 * @param defaultValue null for none, and always for a secret
 * @param value what it is; null for nothing, and always for a secret
 * @param source who says so
 */
public record Setting(
        String pid,
        String key,
        String label,
        String description,
        String bundle,
        @Nullable String role,
        Rule rule,
        @Nullable String defaultValue,
        @Nullable String value,
        SettingSource source) {

    /**
     * What may be set.
     *
     * @param type such as {@code Integer}
     * @param options the only values there are; empty for no such bound
     * @param min the least number, or the least length of a text; null for no bound
     * @param max the greatest number, or the greatest length of a text; null for no bound
     * @param secret whether nobody may see it
     */
    public record Rule(
            String type,
            List<String> options,
            @Nullable String min,
            @Nullable String max,
            boolean secret) {

        public Rule {
            Objects.requireNonNull(type, "type");
            options = List.copyOf(options);
        }
    }

    public Setting {
        Objects.requireNonNull(pid, "pid");
        Objects.requireNonNull(key, "key");
        Objects.requireNonNull(label, "label");
        Objects.requireNonNull(description, "description");
        Objects.requireNonNull(bundle, "bundle");
        Objects.requireNonNull(rule, "rule");
        Objects.requireNonNull(source, "source");
        if (rule.secret() && (defaultValue != null || value != null)) {
            throw new IllegalArgumentException("The value of a secret must stay where it is");
        }
    }
}
