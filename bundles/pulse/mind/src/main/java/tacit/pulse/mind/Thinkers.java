package tacit.pulse.mind;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tacit.api.reflect.Hypothesis;
import tacit.api.reflect.HypothesisCritic;
import tacit.api.reflect.HypothesisGenerator;
import tacit.api.reflect.ReflectionPolicy;
import tacit.api.reflect.ReflectionSituation;

/** The roles that think. Thread-safe. */
@Component(service = Thinkers.class)
public final class Thinkers {

    private static final Logger log = LoggerFactory.getLogger(Thinkers.class);

    @Reference(
            cardinality = ReferenceCardinality.MULTIPLE,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private volatile List<HypothesisGenerator> generators;

    private final HypothesisCritic critic;
    private final ReflectionPolicy policy;

    @Activate
    public Thinkers(@Reference HypothesisCritic critic, @Reference ReflectionPolicy policy) {
        this(List.of(), critic, policy);
    }

    public Thinkers(List<HypothesisGenerator> generators, HypothesisCritic critic, ReflectionPolicy policy) {
        this.generators = List.copyOf(generators);
        this.critic = critic;
        this.policy = policy;
    }

    public HypothesisCritic critic() {
        return critic;
    }

    public ReflectionPolicy policy() {
        return policy;
    }

    /** The surest ideas of all, the best of each generator before the second of any. */
    public List<Hypothesis> ideas(ReflectionSituation situation) {
        Map<String, Hypothesis> first = new LinkedHashMap<>();
        List<Hypothesis> further = new ArrayList<>();
        asked(situation).stream()
                .sorted(Comparator.comparingDouble(Hypothesis::confidence)
                        .reversed()
                        .thenComparing(Hypothesis::id))
                .forEach(idea -> {
                    if (first.putIfAbsent(idea.generator(), idea) != null) {
                        further.add(idea);
                    }
                });
        List<Hypothesis> all = new ArrayList<>(first.values());
        all.addAll(further);
        return all.stream().limit(situation.settings().maxHypotheses()).toList();
    }

    private List<Hypothesis> asked(ReflectionSituation situation) {
        Map<String, Hypothesis> ideas = new LinkedHashMap<>();
        for (HypothesisGenerator generator : generators) {
            try {
                generator.propose(situation).forEach(idea -> ideas.putIfAbsent(idea.id(), idea));
            } catch (RuntimeException e) {
                log.warn("A generator of hypotheses failed, it has no idea in run {}", situation.runId(), e);
            }
        }
        return List.copyOf(ideas.values());
    }
}
