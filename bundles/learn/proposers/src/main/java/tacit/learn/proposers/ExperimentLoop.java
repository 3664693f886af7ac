package tacit.learn.proposers;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.TreeSet;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
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
import tacit.api.store.Scope;
import tacit.api.thread.QuietThread;
import tacit.api.trace.TraceStore;

/** Asks proposers and runs what waits, on a thread of its own. Promotes nothing. Only a host that is up is configured with it. */
@Component(service = ExperimentLoop.class, configurationPolicy = ConfigurationPolicy.REQUIRE, immediate = true)
@Designate(ocd = ExperimentLoop.Config.class)
public final class ExperimentLoop {

    private static final Logger log = LoggerFactory.getLogger(ExperimentLoop.class);

    private final StoredProposers proposers;
    private final TraceStore traces;
    private final Clock clock;
    private final ScheduledFuture<?> looks;
    private final ScheduledExecutorService thread =
            Executors.newSingleThreadScheduledExecutor(work -> QuietThread.of(work, "tacit-experiments"));
    private volatile boolean stopping;

    /** When it looks. */
    @ObjectClassDefinition(name = "Tacit experiment loop")
    public @interface Config {

        @AttributeDefinition(
                name = "Delay between looks",
                description =
                        "Seconds between looks for proposers that are due and experiments that wait, in [1, 86400]",
                min = "1",
                max = "86400")
        int period_seconds() default 900;
    }

    @Activate
    public ExperimentLoop(
            @Reference StoredProposers proposers, @Reference TraceStore traces, @Reference Clock clock, Config config) {
        int period = Checked.within("period.seconds", config.period_seconds(), 1, 86_400);
        this.proposers = proposers;
        this.traces = traces;
        this.clock = clock;
        looks = thread.scheduleWithFixedDelay(this::look, period, period, TimeUnit.SECONDS);
    }

    /** One look at every workspace; one that fails is named and the others are still served. */
    void look() {
        try {
            proposers.forget();
            for (String workspace : workspaces()) {
                if (!stopping) {
                    look(workspace);
                }
            }
        } catch (RuntimeException e) {
            log.warn("Cannot look for proposals; the next look is in a while", e);
        }
    }

    /** Another one is first on each day, so that none uses up the days of all. */
    private List<String> workspaces() {
        TreeSet<String> all = new TreeSet<>(traces.workspaces());
        all.add(Scope.DEFAULT_WORKSPACE);
        List<String> turned = new ArrayList<>(all);
        long day = clock.instant().atZone(ZoneOffset.UTC).toLocalDate().toEpochDay();
        Collections.rotate(turned, (int) (day % turned.size()));
        return turned;
    }

    private void look(String workspace) {
        try {
            proposers.lookIfDue(Scope.ofWorkspace(workspace));
        } catch (IllegalStateException underWay) {
            log.debug("Cannot look at workspace '{}' now", workspace, underWay);
        } catch (RuntimeException e) {
            log.warn("Cannot look for proposals in workspace '{}'; the next look is in a while", workspace, e);
        }
    }

    /** An experiment that is under way ends first, or is run again after the next start. */
    @Deactivate
    void stop() throws InterruptedException {
        stopping = true;
        looks.cancel(false);
        thread.shutdown();
        if (!thread.awaitTermination(10, TimeUnit.SECONDS)) {
            thread.shutdownNow();
            log.warn("The experiment loop did not end within 10 s");
        }
    }
}
