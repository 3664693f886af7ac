package tacit.pulse.heartbeat;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import tacit.api.harness.Role;
import tacit.api.pulse.AutomationProfile;
import tacit.api.pulse.ChecklistItem;
import tacit.api.pulse.ProactiveTask;
import tacit.api.pulse.ProfileTuning;
import tacit.api.pulse.PulseDecision;
import tacit.api.pulse.PulsePolicy;
import tacit.api.pulse.PulseSituation;
import tacit.api.pulse.Signal;

/** Decides by the first rule of an order that holds, and then asks whether what it starts is held back. Immutable, thread-safe. */
@Component(property = Role.PROPERTY + "=heartbeat")
@Designate(ocd = OrderedRulesPolicy.Config.class)
public final class OrderedRulesPolicy implements PulsePolicy {

    private static final List<Rule> ORDER =
            Stream.concat(GateRules.ORDER.stream(), WorkRules.ORDER.stream()).toList();

    private final Thresholds thresholds;
    private final Tunings tunings;

    /** From where on signals are strong, and what is laid over the settings of profiles. */
    @ObjectClassDefinition(name = "Tacit heartbeat")
    public @interface Config {

        @AttributeDefinition(
                name = "Strong signal",
                description = "The least strength of signals for work or a suggestion, in [0, 1]",
                min = "0",
                max = "1")
        double strong_signal() default .72;

        @AttributeDefinition(
                name = "Strong signal for observers",
                description = "The least strength of signals for a suggestion of a profile that only looks, in [0, 1]",
                min = "0",
                max = "1")
        double observer_signal() default .8;

        @AttributeDefinition(
                name = "Tuning of profiles",
                description =
                        "Lines such as PROFILE-ID cadence=45 cooldown=150 budget=3, which count instead of what is set of the"
                                + " profile: minutes in [15, 10080], dispatches of a day in [1, 96]; at most 1000 lines")
        String tuning() default "";
    }

    @Activate
    public OrderedRulesPolicy(Config config) {
        this(new Thresholds(config.strong_signal(), config.observer_signal()), Tunings.of(config.tuning()));
    }

    OrderedRulesPolicy(Thresholds thresholds, Tunings tunings) {
        this.thresholds = thresholds;
        this.tunings = tunings;
    }

    @Override
    public ProfileTuning tuning(AutomationProfile profile) {
        return tunings.of(profile);
    }

    @Override
    public PulseDecision decide(PulseSituation situation) {
        Look look = Look.at(tunings.over(situation), thresholds);
        List<Finding> findings = new ArrayList<>();
        tunings.finding(situation).ifPresent(findings::add);
        Finding decided = first(ORDER, look, findings);
        Finding held = first(BudgetRules.before(decided, look.manual()), look, findings);
        return decision(held.held() ? held : decided, look, findings);
    }

    /** The first that holds, or the last that was looked at; keeps each. */
    private static Finding first(List<Rule> rules, Look look, List<Finding> findings) {
        Finding found = Finding.passed("none", "there is no rule");
        for (Rule rule : rules) {
            found = rule.look(look);
            findings.add(found);
            if (found.held()) {
                return found;
            }
        }
        return found;
    }

    private static PulseDecision decision(Finding finding, Look look, List<Finding> findings) {
        About about = About.of(finding, look);
        return new PulseDecision(
                Objects.requireNonNull(finding.outcome(), "outcome"),
                finding.dispatch(),
                finding.rule(),
                finding.why(),
                about.evidence(),
                about.signals().stream().map(Signal::id).toList(),
                about.compressed(),
                look.strength(),
                about.points().stream().map(ChecklistItem::id).toList(),
                about.tasks().stream().map(ProactiveTask::id).toList(),
                findings.stream().map(Finding::explained).toList());
    }
}
