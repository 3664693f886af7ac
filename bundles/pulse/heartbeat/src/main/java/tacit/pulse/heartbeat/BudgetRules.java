package tacit.pulse.heartbeat;

import java.util.List;
import tacit.api.pulse.PulseOutcome;
import tacit.api.pulse.PulseSituation;

/** Rules that hold back what would be started, in their order: by hand nothing is held back. */
final class BudgetRules {

    private static final List<Rule> OF_WORK = List.of(BudgetRules::tokens, BudgetRules::cost, BudgetRules::turn);
    private static final List<Rule> OF_SUGGESTIONS = List.of(BudgetRules::interruptions);

    private BudgetRules() {}

    /** Those that are looked at before something is started. */
    static List<Rule> before(Finding decided, boolean manual) {
        if (manual) {
            return List.of();
        }
        if (decided.isWork()) {
            return OF_WORK;
        }
        return decided.outcome() == PulseOutcome.SUGGESTION ? OF_SUGGESTIONS : List.of();
    }

    private static Finding tokens(Look look) {
        PulseSituation.Limits limits = look.limits();
        return bound("token_budget", limits.tokensToday(), limits.tokensPerDay(), "tokens");
    }

    private static Finding cost(Look look) {
        PulseSituation.Limits limits = look.limits();
        return bound("cost_budget", limits.costToday(), limits.costPerDay(), "millionths of a dollar");
    }

    private static Finding turn(Look look) {
        return look.limits().turn()
                ? Finding.passed("turn", "it is its turn")
                : Finding.idle("turn", "others wait longer for an executor");
    }

    private static Finding interruptions(Look look) {
        PulseSituation.Limits limits = look.limits();
        return bound("interruption_budget", limits.interruptionsToday(), limits.interruptionsPerDay(), "interruptions");
    }

    private static Finding bound(String rule, long used, long most, String unit) {
        if (most == 0) {
            return Finding.passed(rule, "no bound");
        }
        String why = used + " of " + most + " " + unit + " today";
        return used < most ? Finding.passed(rule, why) : Finding.idle(rule, why);
    }
}
