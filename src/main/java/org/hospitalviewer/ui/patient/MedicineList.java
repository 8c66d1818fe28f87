package org.hospitalviewer.ui.patient;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hospitalviewer.clinical.prescription.Medication;

/** Medicines as they are prescribed. */
final class MedicineList extends OrderedList {

    MedicineList(List<Medication> medicines) {
        addClassName("medicines");
        medicines.forEach(medicine -> add(item(medicine)));
    }

    private static ListItem item(Medication medicine) {
        Div drug = new Div(medicine.drug());
        drug.addClassName("device-name");
        drug.getElement().setAttribute("dir", "auto");
        ListItem item = new ListItem(drug);
        String how = Stream.of(medicine.dose(), medicine.frequency(), medicine.duration())
                .filter(part -> !part.isEmpty()).collect(Collectors.joining("  ·  "));
        Stream.of(how, medicine.instructions()).filter(text -> !text.isEmpty()).map(Words::written).forEach(item::add);
        return item;
    }
}
