package tacit.adapt.learning;

import tacit.api.adapt.FeedbackRoute;
import tacit.api.adapt.FeedbackRoute.State;
import tacit.api.memory.LearningSwitches;

/** One part that feedback is led to; the same feedback twice changes nothing. Thread-safe. */
interface Route {

    String NOBODY = "nobody knows whose words they are";
    String READ_ALONG = "others read along there";
    String OFF = "learning is switched off";

    String name();

    /** Tells it; what it throws is told again later. */
    FeedbackRoute lead(Told told);

    /** Whether the judgement of users is learnt from. */
    static boolean learns(LearningSwitches switches) {
        return switches.enabled() && switches.explicit();
    }

    static FeedbackRoute done(String words) {
        return new FeedbackRoute(State.DONE, words);
    }

    static FeedbackRoute skipped(String why) {
        return new FeedbackRoute(State.SKIPPED, why);
    }
}
