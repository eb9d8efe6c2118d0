-- How a converted value stands in its document: the text with its unit, and what the number was multiplied by.
ALTER TABLE observation ADD COLUMN printed TEXT;
ALTER TABLE observation ADD COLUMN factor TEXT;
ALTER TABLE observation_confirmation ADD COLUMN printed TEXT;
ALTER TABLE observation_confirmation ADD COLUMN factor TEXT;
