package tacit.pulse.guard;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import tacit.api.guard.Guard;
import tacit.api.guard.GuardAnswer;
import tacit.api.guard.GuardEffect;
import tacit.api.guard.GuardQuestion;
import tacit.api.harness.Role;
import tacit.learn.conditions.Conditions;
import tacit.learn.conditions.WrittenRule;

/** Hard limits first, then the rules of its setting: the strictest answer counts. Immutable, thread-safe. */
@Component(property = Role.PROPERTY + "=guard")
@Designate(ocd = RuleGuard.Config.class)
public final class RuleGuard implements Guard {

    private final List<WrittenRule> rules;

    /** What was learned. */
    @ObjectClassDefinition(name = "Tacit guard of tool calls")
    public @interface Config {

        @AttributeDefinition(
                name = "Rules",
                description =
                        "One a line: EFFECT (ask or deny) KIND ROLE (read or write) TOOL (* for every) REQUIRED (- for none) and"
                                + " a sentence for people, such as: ask unseen_value write * - Nobody wrote this value")
        String rules() default "";
    }

    @Activate
    public RuleGuard(Config config) {
        this(config.rules()
                .lines()
                .filter(line -> !line.isBlank())
                .map(WrittenRule::read)
                .toList());
    }

    RuleGuard(List<WrittenRule> rules) {
        this.rules = List.copyOf(rules);
    }

    @Override
    public GuardAnswer decide(GuardQuestion question) {
        Optional<GuardAnswer> hard = HardLimits.check(question.call());
        if (hard.isPresent() && hard.get().effect() == GuardEffect.DENY) {
            return hard.get();
        }
        List<GuardAnswer> answers = new ArrayList<>();
        hard.ifPresent(answers::add);
        Conditions conditions = Conditions.of(question);
        rules.stream()
                .filter(rule -> conditions.holds(rule.condition()))
                .map(rule -> new GuardAnswer(rule.effect(), rule.sentence(), rule.id()))
                .forEach(answers::add);
        return strictest(answers);
    }

    /** The first of the strictest ones, so that the hard limit is named where a rule says the same. */
    private static GuardAnswer strictest(List<GuardAnswer> answers) {
        GuardAnswer strictest = GuardAnswer.allow();
        for (GuardAnswer answer : answers) {
            if (answer.effect().compareTo(strictest.effect()) > 0) {
                strictest = answer;
            }
        }
        return strictest;
    }
}
