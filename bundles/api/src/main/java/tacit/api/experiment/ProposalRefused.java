package tacit.api.experiment;

/** A proposal that is not taken: it changes nothing, was made before, or stands against another one. */
public final class ProposalRefused extends RuntimeException {

    private static final long serialVersionUID = 1;

    /** With the reason as a sentence for people. */
    public ProposalRefused(String message) {
        super(message);
    }
}
