package tacit.runtime.sandbox;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import tacit.api.generation.Artifacts;
import tacit.api.sandbox.Sandbox;
import tacit.api.sandbox.SandboxLevel;
import tacit.api.sandbox.SandboxReport;
import tacit.api.sandbox.SandboxRun;

/** Runs candidates in child processes behind the best walls that the system offers. Thread-safe; starts nothing before it is asked. */
@Component(configurationPolicy = ConfigurationPolicy.REQUIRE)
@Designate(ocd = ProcessSandbox.Config.class)
public final class ProcessSandbox implements Sandbox {

    /** Where things lie, and what a child process may use. */
    @ObjectClassDefinition(name = "Tacit sandbox")
    public @interface Config {

        @AttributeDefinition(name = "Home", description = "The image; its folder cell holds what a child process runs")
        String home();

        @AttributeDefinition(name = "Data directory", description = "Private folders of child processes lie below it")
        String data_directory();

        @AttributeDefinition(name = "Java", description = "Home of the Java of child processes; empty for the host's")
        String java() default "";

        @AttributeDefinition(name = "Warm cells", description = "Child processes kept ready, in [0, 8]")
        int warm_cells() default 1;

        @AttributeDefinition(name = "Heap megabytes", description = "Of one child process, in [24, 4096]")
        int heap_megabytes() default 64;

        @AttributeDefinition(name = "Folder megabytes", description = "What one may write, in [8, 1024]")
        int folder_megabytes() default 32;

        @AttributeDefinition(name = "Threads", description = "Threads and processes of one together, in [64, 4096]")
        int threads() default 128;

        @AttributeDefinition(name = "Answer kilobytes", description = "Thousands of characters, in [1, 65536]")
        int answer_kilobytes() default 1024;

        @AttributeDefinition(
                name = "Processes per run",
                description = "A run whose cases end more processes is over, in [1, 10000]")
        int processes_per_run() default 20;

        @AttributeDefinition(
                name = "Start seconds",
                description = "For a child process to be ready, and for a candidate to start in it, in [1, 600]")
        int start_seconds() default 20;

        @AttributeDefinition(
                name = "Idle seconds",
                description = "Warm child processes are ended when there was no run for so long, in [1, 86400]")
        int idle_seconds() default 300;

        @AttributeDefinition(name = "Lowest level", description = "PROCESS, LIMITED or ISOLATED: less is refused")
        String lowest_level() default "PROCESS";

        @AttributeDefinition(name = "Highest level", description = "PROCESS, LIMITED or ISOLATED: more is not tried")
        String highest_level() default "ISOLATED";
    }

    private final Artifacts artifacts;
    private final Settings settings;
    private final Object lock = new Object();
    private @Nullable Cells cells;
    private boolean closed;

    @Activate
    public ProcessSandbox(@Reference Artifacts artifacts, Config config) {
        this.artifacts = artifacts;
        this.settings = Settings.of(config);
    }

    @Override
    public SandboxLevel level() {
        return cells().walls().level();
    }

    @Override
    public List<String> walls() {
        return cells().walls().words();
    }

    @Override
    public SandboxReport run(SandboxRun run) {
        long begun = System.nanoTime();
        Cells ready = cells();
        refuseBelow(ready.walls().level(), run.minimum(), "the run demands");
        refuseBelow(ready.walls().level(), settings.lowest(), "the configuration demands");
        byte[] jar = artifacts.read(run.sha256());
        try (Conversation conversation = new Conversation(ready.warm(), run, jar, settings)) {
            conversation.talk();
            return new SandboxReport(
                    ready.walls().level(),
                    ready.walls().words(),
                    conversation.startFailure(),
                    conversation.results(),
                    Duration.ofNanos(System.nanoTime() - begun),
                    conversation.processes());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Cannot run the candidate: interrupted", interrupted);
        }
    }

    private static void refuseBelow(SandboxLevel offered, SandboxLevel demanded, String who) {
        if (offered.compareTo(demanded) < 0) {
            throw new IllegalStateException(
                    "Cannot run the candidate: " + who + " level " + demanded + ", this system allows " + offered);
        }
    }

    /** Made when first needed: a host that never evaluates starts no process. */
    private Cells cells() {
        synchronized (lock) {
            if (closed) {
                throw new IllegalStateException("Cannot run the candidate: the sandbox is closed");
            }
            if (cells == null) {
                try {
                    cells = Cells.of(settings);
                } catch (IOException failure) {
                    throw new IllegalStateException("Cannot start the sandbox: " + failure.getMessage(), failure);
                }
            }
            return cells;
        }
    }

    /** Ends all child processes, also those of runs that go on. */
    @Deactivate
    public void stop() {
        synchronized (lock) {
            closed = true;
            if (cells != null) {
                cells.close();
                cells = null;
            }
        }
    }
}
