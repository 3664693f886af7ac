package tacit.learn.mine;

import tacit.api.learn.Finding;

/** A finding with the name of the detector that made it. */
record Sighting(String detector, Finding finding) {

    Sighting withConfidence(double confidence) {
        return new Sighting(
                detector,
                new Finding(
                        finding.spanId(),
                        finding.category(),
                        finding.failureClass(),
                        finding.severity(),
                        confidence,
                        finding.reason(),
                        finding.evidence(),
                        finding.code()));
    }
}
