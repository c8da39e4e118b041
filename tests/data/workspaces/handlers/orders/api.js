exports.create = async (event) => ({ created: event.id });
exports.remove = async (event) => ({ removed: event.id });
