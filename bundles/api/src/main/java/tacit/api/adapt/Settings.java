package tacit.api.adapt;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.osgi.annotation.versioning.ProviderType;

/** Every setting of the running host, and the only place that changes one while it runs. Thread-safe. */
@ProviderType
public interface Settings {

    /**
     * All that the bundles of the host and of the active generation describe, by PID and key.
     *
     * @param pid of this component only; null for all
     */
    List<Setting> list(@Nullable String pid);

    /**
     * Changes one: of a part of the host in its file and at once, of a swappable part by an activation. The audit log says so
     * before, and every {@link SettingListener} hears of it afterwards.
     *
     * @param value null to go back to the default
     * @return what changed
     * @throws IllegalArgumentException when there is no such setting, the value does not fit or is what it is already, or the host
     *     itself says what it is
     * @throws IllegalStateException when its component does not take it; all is as it was before
     */
    SettingChange change(String pid, String key, @Nullable String value, String by, String reason);

    /**
     * What changed, the last first.
     *
     * @param most in [1, 1000]
     */
    List<SettingChange> history(int most);

    /** The switches and bounds of what is adapted, by flag; see {@link Governed}. */
    List<GovernedSwitch> governance();
}
