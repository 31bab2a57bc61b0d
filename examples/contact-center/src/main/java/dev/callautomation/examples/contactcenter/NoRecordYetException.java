package dev.callautomation.examples.contactcenter;

/** Neither a call log nor a ticket carries this call's id; it may be on its way. */
public class NoRecordYetException extends Exception {

    public NoRecordYetException(String message) {
        super(message);
    }
}
