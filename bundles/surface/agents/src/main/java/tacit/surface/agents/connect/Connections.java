package tacit.surface.agents.connect;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import tacit.surface.agents.text.SettingsFile;

/** Knows which agents are connected and what was written for them: {@code DATA/connect}. Not for two threads at once. */
@Component(service = Connections.class)
@Designate(ocd = Connections.Config.class)
public final class Connections {

    /** Where it is kept. */
    @ObjectClassDefinition(name = "Tacit connected agents")
    public @interface Config {

        @AttributeDefinition(description = "The data directory of the host")
        String data_directory() default "";
    }

    private final ObjectMapper mapper = new ObjectMapper();
    private final String dataDirectory;

    @Activate
    public Connections(Config config) {
        this(config.data_directory());
    }

    Connections(String dataDirectory) {
        this.dataDirectory = dataDirectory;
    }

    /** @throws IllegalStateException where no data directory is configured */
    Path data() {
        if (dataDirectory.isBlank()) {
            throw new IllegalStateException("Cannot connect agents: no data directory is configured");
        }
        return Path.of(dataDirectory);
    }

    Path folder() {
        return data().resolve("connect");
    }

    HostFiles host() {
        return new HostFiles(data());
    }

    HookScript script() {
        return new HookScript(data().resolve("bin"));
    }

    /** What was done for an agent; of a user and without places before anything was. */
    Manifest manifest(Agent agent, String userId) {
        Path file = file(agent);
        if (!Files.exists(file)) {
            return new Manifest(agent.label(), null, userId, java.util.List.of());
        }
        try {
            return mapper.readValue(file.toFile(), Manifest.class);
        } catch (IOException e) {
            throw new IllegalStateException("Cannot read '" + file + "': " + e.getMessage(), e);
        }
    }

    /** Whether something was done for any agent. */
    boolean any() {
        for (Agent agent : Agent.values()) {
            if (Files.exists(file(agent))) {
                return true;
            }
        }
        return false;
    }

    void keep(Agent agent, Manifest manifest) {
        try {
            byte[] json = mapper.writerWithDefaultPrettyPrinter().writeValueAsBytes(manifest);
            SettingsFile.read(file(agent)).replace(json);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot keep what was done for " + agent.label(), e);
        }
    }

    void forget(Agent agent) {
        SettingsFile.read(file(agent)).delete();
    }

    private Path file(Agent agent) {
        return folder().resolve(agent.label() + ".json");
    }
}
