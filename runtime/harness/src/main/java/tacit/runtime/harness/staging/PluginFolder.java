package tacit.runtime.harness.staging;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tacit.api.generation.Generations;
import tacit.api.generation.Staging;

/**
 * Stages the jars that an operator drops into the folder {@code plugins}, and activates them only where a file named
 * {@code auto} lies beside them. What is taken out of the folder stays as it is.
 *
 * <p>Only a host that is up is configured with it; a command that runs alone stages what it is told to.
 */
@Component(configurationPolicy = ConfigurationPolicy.REQUIRE, service = PluginFolder.class, immediate = true)
@Designate(ocd = PluginFolder.Config.class)
public final class PluginFolder {

    /** Which folder, and how often. */
    @ObjectClassDefinition(name = "Tacit plugins folder")
    public @interface Config {

        @AttributeDefinition(name = "Data directory", description = "Its folder plugins is watched")
        String data_directory();

        @AttributeDefinition(name = "Poll", description = "Milliseconds between two looks, in [50, 60000]")
        int poll_millis() default 500;
    }

    private static final Logger log = LoggerFactory.getLogger(PluginFolder.class);
    private static final int STOP_SECONDS = 10;

    private final ScheduledExecutorService executor;
    private final Future<?> looks;

    @Activate
    public PluginFolder(
            @Reference(target = "(component.name=tacit.runtime.harness.staging.FileStaging)") Staging staging,
            @Reference Generations generations,
            Config config) {
        if (config.data_directory() == null || config.data_directory().isBlank()) {
            throw new IllegalArgumentException("data.directory must not be blank");
        }
        int poll = config.poll_millis();
        if (poll < 50 || poll > 60_000) {
            throw new IllegalArgumentException("poll.millis must be in [50, 60000], got " + poll);
        }
        Path folder = created(Path.of(config.data_directory()).resolve("plugins"));
        PluginIntake intake = new PluginIntake(folder, own(staging), generations);
        this.executor = Executors.newSingleThreadScheduledExecutor(work -> new Thread(work, "tacit-plugins"));
        this.looks = executor.scheduleWithFixedDelay(intake::look, 0, poll, TimeUnit.MILLISECONDS);
    }

    private static FileStaging own(Staging staging) {
        if (staging instanceof FileStaging own) {
            return own;
        }
        throw new IllegalArgumentException("staging must be that of this bundle, got '"
                + staging.getClass().getName() + "'");
    }

    private static Path created(Path folder) {
        try {
            return Files.createDirectories(folder);
        } catch (IOException e) {
            throw new IllegalStateException("Cannot make the plugins folder '" + folder + "': " + e, e);
        }
    }

    /** Lets an activation that is under way come to its end. */
    @Deactivate
    void stop() throws InterruptedException {
        looks.cancel(false);
        executor.shutdown();
        if (!executor.awaitTermination(STOP_SECONDS, TimeUnit.SECONDS)) {
            log.warn("The plugins folder did not stop within {} seconds", STOP_SECONDS);
        }
    }
}
