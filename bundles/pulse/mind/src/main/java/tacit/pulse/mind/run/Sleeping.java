package tacit.pulse.mind.run;

import java.util.List;
import tacit.api.reflect.ReflectionJudgement;
import tacit.api.reflect.ReflectionJudgement.Intent;
import tacit.api.reflect.ReflectionJudgement.Permission;
import tacit.api.reflect.ReflectionJudgement.Risk;
import tacit.api.reflect.ReflectionRun.Outcome;

/** What is said of a run without evidence. */
final class Sleeping {

    static final ReflectionJudgement JUDGEMENT = new ReflectionJudgement(
            null,
            0,
            .25,
            0,
            Risk.LOW,
            Permission.BLOCKED,
            false,
            Intent.INPUT_NEEDED,
            Outcome.SLEEP,
            List.of("nothing was seen"));

    private Sleeping() {}
}
