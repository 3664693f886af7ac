package tacit.learn.experiments;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.ComponentServiceObjects;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import tacit.api.experiment.Arms;
import tacit.api.experiment.Experiment;
import tacit.api.gate.CanaryState.Arm;
import tacit.api.generation.ActivationReport;
import tacit.api.generation.ActivationRequest;
import tacit.api.generation.Trials;
import tacit.learn.experiments.live.Split;

/** Leads units to the candidates of canaries, by the trials of the harness. Thread-safe. */
@Component(service = {Arms.class, CanaryArms.class})
public final class CanaryArms implements Arms {

    private final Supplier<@Nullable Trials> found;
    private volatile @Nullable Trials trials;
    private final Object change = new Object();
    private volatile Map<String, Lead> leads = Map.of();

    /** Where a share of the units of a workspace is led. */
    private record Lead(String experimentId, String workspaceId, double share) {}

    /** @param trials asked for when first needed: who serves is wanted while the harness that has them is being started */
    @Activate
    public CanaryArms(@Reference ComponentServiceObjects<Trials> trials) {
        this((Supplier<@Nullable Trials>) trials::getService);
    }

    CanaryArms(Supplier<@Nullable Trials> found) {
        this.found = found;
    }

    private Trials trials() {
        Trials known = trials;
        if (known == null) {
            known = found.get();
            trials = known;
        }
        if (known == null) {
            throw new IllegalStateException("The harness that leads to candidates is not there");
        }
        return known;
    }

    @Override
    public <T> T serve(String workspaceId, @Nullable String unit, Callable<T> work) throws Exception {
        for (Lead lead : leads.values()) {
            boolean taken = Split.arm(lead.experimentId(), unit, lead.share()) == Arm.CANDIDATE;
            if (taken && lead.workspaceId().equals(workspaceId)) {
                return trials().under(lead.experimentId(), work);
            }
        }
        return work.call();
    }

    /** Makes the candidate ready; nobody is led there yet. What is left of an earlier trial of it ends. */
    ActivationReport open(String experimentId, ActivationRequest request) {
        close(experimentId);
        return trials().open(experimentId, request);
    }

    void lead(Experiment experiment, double share) {
        synchronized (change) {
            Map<String, Lead> all = new HashMap<>(leads);
            all.put(experiment.id(), new Lead(experiment.id(), experiment.workspaceId(), share));
            leads = Map.copyOf(all);
        }
    }

    /** Whether units are led there, and get there. */
    boolean leads(String experimentId) {
        return leads.containsKey(experimentId) && trials().open().contains(experimentId);
    }

    Set<String> led() {
        return leads.keySet();
    }

    void close(String experimentId) {
        synchronized (change) {
            Map<String, Lead> all = new HashMap<>(leads);
            all.remove(experimentId);
            leads = Map.copyOf(all);
        }
        trials().close(experimentId);
    }
}
