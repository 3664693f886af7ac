package tacit.learn.mine;

import tacit.api.learn.Finding;
import tacit.api.learn.Triage;

/** A kind of failure on one span of a trace; an empty span stands for the whole trace. */
public record Place(String spanId, String category) {

    static Place of(Finding finding) {
        return new Place(finding.spanId() == null ? "" : finding.spanId(), finding.category());
    }

    static Place of(Triage triage) {
        return new Place(triage.spanId() == null ? "" : triage.spanId(), triage.category());
    }
}
