package tacit.runtime.harness.activation;

import tacit.api.generation.ActivationStep;

/** Says at which step a change is refused, and why, before anything was done. */
final class Refused extends Exception {

    private static final long serialVersionUID = 1L;

    private final ActivationStep step;
    private final String subject;

    Refused(ActivationStep step, String subject, String words) {
        super(words);
        this.step = step;
        this.subject = subject;
    }

    ActivationStep step() {
        return step;
    }

    String subject() {
        return subject;
    }

    String words() {
        return String.valueOf(getMessage());
    }
}
