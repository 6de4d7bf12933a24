package bg.telenor.pay.domain;

/** A digital store that may charge purchases to the phone bill. */
public enum Store {
    GOOGLE_PLAY
}
