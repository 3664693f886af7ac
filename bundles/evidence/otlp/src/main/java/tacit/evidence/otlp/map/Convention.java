package tacit.evidence.otlp.map;

/** Understands the attributes of one family of emitters. Stateless. */
interface Convention {

    /**
     * Takes what it understands out of the draft's attributes; what an earlier convention said of a span is left as it is.
     */
    void read(SpanDraft span);
}
