package tacit.pulse.executors;

import java.time.Clock;
import java.time.Duration;
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
import tacit.api.memory.Workspaces;
import tacit.api.store.Database;

/** Does work that is due, on threads of its own. Only a host that is up is configured with it. */
@Component(service = ExecutionLoop.class, configurationPolicy = ConfigurationPolicy.REQUIRE, immediate = true)
@Designate(ocd = ExecutionLoop.Config.class)
public final class ExecutionLoop {

    private static final Logger log = LoggerFactory.getLogger(ExecutionLoop.class);

    private final LiveWork live;
    private final WorkQueue queue;
    private final Tellings tellings;
    private final Duration look;
    private final Thread thread;
    private volatile boolean stopping;

    /** How it works. */
    @ObjectClassDefinition(name = "Tacit execution of tasks")
    public @interface Config {

        @AttributeDefinition(
                name = "Host",
                description = "The name of this host; hosts that share a database have different ones")
        String host() default "host";

        @AttributeDefinition(name = "Threads", description = "How much runs at once on all devices, in [1, 256]")
        int threads() default 16;

        @AttributeDefinition(
                name = "Delay between looks",
                description = "Milliseconds between looks for what is due or out of time, in [10, 60000]")
        int look_millis() default 1000;

        @AttributeDefinition(
                name = "Patience without a route",
                description = "Seconds until queued work that no device takes any more fails, in [0, 86400]")
        int route_patience_seconds() default 600;

        @AttributeDefinition(
                name = "Tokens of a task",
                description = "What one task may use at most, whatever its brief says; 0 for no bound")
        long task_tokens() default 100_000;

        @AttributeDefinition(
                name = "Cost of a task",
                description = "Millionths of a dollar that one task may cost at most, whatever its brief says; 0 for"
                        + " no bound")
        long task_micros() default 0;
    }

    @Activate
    public ExecutionLoop(
            @Reference Database database,
            @Reference StoredExecutions store,
            @Reference Devices devices,
            @Reference LiveWork live,
            @Reference Tellings tellings,
            @Reference Workspaces workspaces,
            @Reference Clock clock,
            Config config) {
        this.live = live;
        this.tellings = tellings;
        look = Duration.ofMillis(Target.within("look.millis", config.look_millis(), 10, 60_000));
        if (config.host().isBlank()) {
            throw new IllegalArgumentException("host must not be blank");
        }
        Guardrails guardrails = new Guardrails(config.task_tokens(), config.task_micros());
        Worker worker =
                new Worker(database, devices, live, workspaces, store.cleaning(), guardrails, clock, config.host());
        Duration patience =
                Duration.ofSeconds(Target.within("route.patience.seconds", config.route_patience_seconds(), 0, 86_400));
        int threads = Target.within("threads", config.threads(), 1, 256);
        queue = new WorkQueue(database, devices, live, worker, clock, config.host(), patience, threads);
        thread = new Thread(this::run, "tacit-executions");
        thread.setDaemon(true);
        thread.start();
    }

    private void run() {
        boolean recovered = false;
        while (!stopping) {
            try {
                if (!recovered) {
                    queue.recover();
                    recovered = true;
                }
                if (!look()) {
                    live.await(look);
                }
            } catch (InterruptedException e) {
                return;
            } catch (RuntimeException e) {
                log.warn("Cannot look for work that is due; the next look is to come", e);
                pause();
            }
        }
    }

    /** One look at everything; whether there is more to be done at once. */
    boolean look() {
        queue.look();
        return tellings.tell();
    }

    private void pause() {
        try {
            live.await(look);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Deactivate
    void stop() throws InterruptedException {
        stopping = true;
        thread.interrupt();
        thread.join(TimeUnit.SECONDS.toMillis(5));
        queue.stop();
    }
}
