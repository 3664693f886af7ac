package tacit.surface.settings;

import org.jspecify.annotations.Nullable;
import tacit.api.adapt.Setting;

/**
 * A setting as a bundle describes it. Immutable.
 *
 * @param pid of the component
 * @param factory whether there may be several of the component, each with a name behind {@code ~}
 * @param key its name there
 * @param label its name for people
 * @param description what it does
 * @param rule what may be set
 * @param defaultValue null for none
 */
record DescribedSetting(
        String pid,
        boolean factory,
        String key,
        String label,
        String description,
        Setting.Rule rule,
        @Nullable String defaultValue) {}
