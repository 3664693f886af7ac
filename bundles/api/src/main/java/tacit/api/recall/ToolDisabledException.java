package tacit.api.recall;

/** Says that a tool is switched off. */
public final class ToolDisabledException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Names the tool. */
    public ToolDisabledException(String name) {
        super("Cannot call tool '" + name + "': it is disabled");
    }
}
