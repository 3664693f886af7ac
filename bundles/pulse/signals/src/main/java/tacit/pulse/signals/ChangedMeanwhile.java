package tacit.pulse.signals;

/** Another host was quicker: the whole work is to be done again. */
final class ChangedMeanwhile extends RuntimeException {

    private static final long serialVersionUID = 1L;

    ChangedMeanwhile() {
        super("A signal was changed by another host");
    }
}
