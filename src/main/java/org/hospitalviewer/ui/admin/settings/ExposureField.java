package org.hospitalviewer.ui.admin.settings;

import com.vaadin.flow.component.customfield.CustomField;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;

/** Who can reach the web interface, in words; its value is the setting {@code viewer.bind}. */
final class ExposureField extends CustomField<String> {

    private static final String EVERY_NETWORK = "0.0.0.0";

    /** Choices; the last one for those who know addresses. */
    private enum Exposure { THIS_COMPUTER, NETWORK, ADDRESS }

    private final Select<Exposure> choice = new Select<>();
    private final TextField address = new TextField();

    ExposureField() {
        super("");
        setWidthFull();
        choice.setItems(Exposure.values());
        choice.setItemLabelGenerator(value -> getTranslation("admin.exposure." + value));
        choice.setWidthFull();
        choice.addValueChangeListener(event -> address.setVisible(event.getValue() == Exposure.ADDRESS));
        address.setPlaceholder(getTranslation("admin.exposure.address"));
        address.setAriaLabel(getTranslation("admin.exposure.address"));
        address.setWidthFull();
        address.setVisible(false);
        add(choice, address);
    }

    @Override
    public void setLabel(String label) {
        super.setLabel(label);
        choice.setAriaLabel(label);
    }

    @Override
    protected String generateModelValue() {
        if (choice.getValue() == null) {
            return "";
        }
        return switch (choice.getValue()) {
            case THIS_COMPUTER -> "";
            case NETWORK -> EVERY_NETWORK;
            case ADDRESS -> address.getValue().strip();
        };
    }

    @Override
    protected void setPresentationValue(String bind) {
        choice.setValue(bind.isEmpty() ? Exposure.THIS_COMPUTER
                : bind.equals(EVERY_NETWORK) ? Exposure.NETWORK : Exposure.ADDRESS);
        address.setValue(choice.getValue() == Exposure.ADDRESS ? bind : "");
    }

    @Override
    public void setReadOnly(boolean readOnly) {
        super.setReadOnly(readOnly);
        choice.setReadOnly(readOnly);
        address.setReadOnly(readOnly);
    }
}
