package tacit.api.adapt;

import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A setting that became another one. Immutable.
 *
 * @param pid of its component
 * @param key its name there
 * @param before what it was; of a secret a digest; null where nothing was set and there is no default
 * @param after what it is, in the same way
 * @param at when
 * @param by who
 * @param reason why
 * @param live whether it holds already; false when it does from the next start of the host on
 * @param generation the generation with which it came; null for a part of the host
 */
public record SettingChange(
        String pid,
        String key,
        @Nullable String before,
        @Nullable String after,
        Instant at,
        String by,
        String reason,
        boolean live,
        @Nullable Long generation) {

    public SettingChange {
        Objects.requireNonNull(pid, "pid");
        Objects.requireNonNull(key, "key");
        Objects.requireNonNull(at, "at");
        Objects.requireNonNull(by, "by");
        Objects.requireNonNull(reason, "reason");
    }
}
