package tacit.pulse.executors;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** A device: where an executor does work, as an operator configured it. It routes and owns nothing. Immutable. */
@Component(service = Target.class, configurationPolicy = ConfigurationPolicy.REQUIRE)
@Designate(ocd = Target.Config.class, factory = true)
public final class Target {

    /** Before the name of each setting that is the executor's. */
    static final String SETTING = "settings.";

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");

    /** How a device is used. */
    @ObjectClassDefinition(
            name = "Tacit device",
            description = "What its executor needs besides is given as settings.NAME, such as settings.command")
    public @interface Config {

        @AttributeDefinition(name = "Name", description = "Empty for the part of the file's name after the tilde")
        String name() default "";

        @AttributeDefinition(
                name = "Executor",
                description = "Who works on it: process, webhook, mcp-tool, records-agent, or one of a bundle")
        String executor() default "process";

        @AttributeDefinition(
                name = "Workspaces",
                description = "Whose work it takes, with commas between; empty for every one")
        String[] workspaces() default {};

        @AttributeDefinition(name = "Priority", description = "The lower the earlier, in [0, 1000000]")
        int priority() default 100;

        @AttributeDefinition(name = "Capacity", description = "How much may run on it at once, in [1, 64]")
        int capacity() default 1;

        @AttributeDefinition(name = "Enabled", description = "Whether it is used")
        boolean enabled() default true;
    }

    private final String name;
    private final String executor;
    private final List<String> workspaces;
    private final int priority;
    private final int capacity;
    private final boolean enabled;
    private final SortedMap<String, String> settings;

    @Activate
    public Target(Config config, Map<String, Object> properties) {
        name = config.name().isBlank() ? afterTilde(properties) : config.name().strip();
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException(
                    "name must be 1 to 64 letters, digits, dots, underscores and hyphens, got '" + name + "'");
        }
        if (config.executor().isBlank()) {
            throw new IllegalArgumentException("executor must not be blank");
        }
        executor = config.executor().strip();
        workspaces = Arrays.stream(config.workspaces())
                .flatMap(line -> Arrays.stream(line.split(",", -1)))
                .map(String::strip)
                .filter(word -> !word.isEmpty())
                .toList();
        priority = within("priority", config.priority(), 0, 1_000_000);
        capacity = within("capacity", config.capacity(), 1, 64);
        enabled = config.enabled();
        SortedMap<String, String> given = new TreeMap<>();
        properties.forEach((key, value) -> {
            if (key.startsWith(SETTING)) {
                given.put(key.substring(SETTING.length()), String.valueOf(value));
            }
        });
        settings = Collections.unmodifiableSortedMap(given);
    }

    private static String afterTilde(Map<String, Object> properties) {
        String pid = String.valueOf(properties.get("service.pid"));
        return pid.substring(pid.indexOf('~') + 1);
    }

    static int within(String name, int value, int least, int most) {
        if (value < least || value > most) {
            throw new IllegalArgumentException(name + " must be in [" + least + ", " + most + "], got " + value);
        }
        return value;
    }

    String name() {
        return name;
    }

    String executor() {
        return executor;
    }

    List<String> workspaces() {
        return workspaces;
    }

    boolean takes(String workspaceId) {
        return workspaces.isEmpty() || workspaces.contains(workspaceId);
    }

    int priority() {
        return priority;
    }

    int capacity() {
        return capacity;
    }

    boolean enabled() {
        return enabled;
    }

    /** May name secrets' places, never secrets; shown nowhere. */
    SortedMap<String, String> settings() {
        return settings;
    }
}
