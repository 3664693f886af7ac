package tacit.evidence.decisions;

import tacit.api.harness.Decision;
import tacit.api.harness.InnerCall;

/** Measures decisions. */
final class Characters {

    private Characters() {}

    static long of(Decision decision) {
        long size = (long) decision.situation().inputs().length()
                + decision.output().length();
        for (InnerCall call : decision.situation().inner()) {
            size += (long) call.inputs().length() + call.output().length();
        }
        return size;
    }
}
