package tacit.surface.settings;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Dictionary;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.service.cm.Configuration;
import org.osgi.service.cm.ConfigurationAdmin;

/** What the parts of the host are configured with now. Thread-safe. */
final class HostSettings {

    private final ConfigurationAdmin admin;

    HostSettings(ConfigurationAdmin admin) {
        this.admin = admin;
    }

    Optional<String> value(String pid, String key) {
        return configuration(pid)
                .map(Configuration::getProperties)
                .map(all -> all.get(key))
                .map(HostSettings::text);
    }

    /** The PIDs of those of a factory that are configured. */
    List<String> instances(String factory) {
        return list("(service.factoryPid=" + factory + ")").stream()
                .map(Configuration::getPid)
                .sorted()
                .toList();
    }

    /** Sets a key, or takes it out; whoever has the PID hears of it. */
    void set(String pid, String key, @Nullable String value) {
        try {
            Configuration configuration = configuration(pid).orElse(null);
            if (configuration == null) {
                if (value == null) {
                    return;
                }
                configuration = admin.getConfiguration(pid, "?");
            }
            Map<String, Object> next = copy(configuration.getProperties());
            if (value == null) {
                next.remove(key);
            } else {
                next.put(key, value);
            }
            configuration.update(FrameworkUtil.asDictionary(next));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot configure '" + pid + "'", e);
        }
    }

    private static Map<String, Object> copy(@Nullable Dictionary<String, Object> properties) {
        Map<String, Object> copy = new HashMap<>();
        if (properties != null) {
            Collections.list(properties.keys()).forEach(key -> copy.put(key, properties.get(key)));
        }
        return copy;
    }

    private Optional<Configuration> configuration(String pid) {
        return list("(service.pid=" + pid + ")").stream().findFirst();
    }

    private List<Configuration> list(String filter) {
        try {
            Configuration[] found = admin.listConfigurations(filter);
            return found == null ? new ArrayList<>() : Arrays.asList(found);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read configurations", e);
        } catch (InvalidSyntaxException e) {
            throw new IllegalStateException("A PID is a part of a filter", e);
        }
    }

    private static String text(Object value) {
        return value instanceof Object[] several
                ? String.join(", ", Arrays.stream(several).map(String::valueOf).toList())
                : String.valueOf(value);
    }
}
