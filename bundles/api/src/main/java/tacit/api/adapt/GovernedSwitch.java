package tacit.api.adapt;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A switch or a bound of what is adapted, as it stands. Immutable.
 *
 * @param flag its name for people
 * @param setting the setting behind it
 * @param rateLimit what bounds how often it acts; null for nothing
 * @param auditTrail the action under which the audit log has what it did; null for none
 */
public record GovernedSwitch(
        String flag,
        Setting setting,
        @Nullable String rateLimit,
        @Nullable String auditTrail) {

    public GovernedSwitch {
        Objects.requireNonNull(flag, "flag");
        Objects.requireNonNull(setting, "setting");
    }
}
