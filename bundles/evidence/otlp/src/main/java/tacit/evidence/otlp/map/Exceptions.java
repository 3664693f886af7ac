package tacit.evidence.otlp.map;

import tacit.api.trace.SpanEvent;
import tacit.api.trace.SpanStatus;

/** Takes the class and the words of an error from the exception events of a span that failed. */
final class Exceptions implements Convention {

    @Override
    public void read(SpanDraft span) {
        span.offerErrorType(span.attributes().takeText("error.type"));
        if (span.wire().status() != SpanStatus.ERROR) {
            return;
        }
        for (int i = span.events().size() - 1; i >= 0; i--) {
            SpanEvent event = span.events().get(i);
            if (event.name().equals(SpanEvent.EXCEPTION)) {
                span.offerErrorType(Draft.text(event.attributes().get("exception.type")));
                span.offerStatusMessage(Draft.text(event.attributes().get("exception.message")));
            }
        }
    }
}
