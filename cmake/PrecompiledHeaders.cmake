# SPDX-License-Identifier: GPL-3.0-or-later
# The headers that most sources read, compiled once per kind of target. For speed alone: every source
# includes what it needs, which the preset "dev" shows by building without this.
option(COLDFRAME_PRECOMPILED_HEADERS "Compile the commonest headers of others only once" OFF)

set(coldframe_core_headers
  <algorithm> <array> <chrono> <functional> <map> <memory> <optional> <set> <string> <vector>
  <QByteArray> <QCoreApplication> <QDir> <QFile> <QFileInfo> <QHash> <QLocale> <QPromise>
  <QRegularExpression> <QString> <QStringList> <QTimer> <nlohmann/json.hpp> <tl/expected.hpp>)
set(coldframe_gui_headers
  <QAction> <QApplication> <QComboBox> <QHeaderView> <QKeyEvent> <QLabel> <QLineEdit> <QPainter>
  <QPushButton> <QTableView> <QToolButton> <QVBoxLayout> <QWidget>)
set(coldframe_test_headers <QFloat16> <QSignalSpy> <QTemporaryDir> <QTest>)

# Options must be the same where the headers are compiled and where they are used, and so must the
# macros that the headers look at.
function(coldframe_add_precompiled_headers kind)
  cmake_parse_arguments(PARSE_ARGV 1 arg "" "" "HEADERS;LIBRARIES;OPTIONS")
  set(source "${CMAKE_CURRENT_BINARY_DIR}/precompiled_${kind}.cpp")
  file(CONFIGURE OUTPUT "${source}" CONTENT "")
  add_library(coldframe_precompiled_${kind} OBJECT "${source}")
  set_target_properties(coldframe_precompiled_${kind} PROPERTIES AUTOMOC OFF AUTORCC OFF)
  target_link_libraries(coldframe_precompiled_${kind} PRIVATE coldframe_options ${arg_LIBRARIES})
  target_compile_options(coldframe_precompiled_${kind} PRIVATE ${arg_OPTIONS})
  target_precompile_headers(coldframe_precompiled_${kind} PRIVATE ${arg_HEADERS})
endfunction()

# coldframe_use_precompiled_headers(<target> core|gui|test|widgettest)
function(coldframe_use_precompiled_headers target kind)
  if(NOT COLDFRAME_PRECOMPILED_HEADERS)
    return()
  endif()
  if(NOT TARGET coldframe_precompiled_${kind})
    set(headers ${coldframe_core_headers})
    set(libraries Qt6::Core nlohmann_json::nlohmann_json tl::expected)
    set(options)
    if(kind MATCHES "gui|widgettest")
      list(APPEND headers ${coldframe_gui_headers})
      list(APPEND libraries Qt6::Widgets)
    endif()
    if(kind MATCHES "test")
      list(APPEND headers ${coldframe_test_headers})
      list(APPEND libraries coldframe_qttest)
      set(options ${coldframe_test_options})
    endif()
    coldframe_add_precompiled_headers(${kind}
      HEADERS ${headers} LIBRARIES ${libraries} OPTIONS ${options})
  endif()
  target_precompile_headers(${target} REUSE_FROM coldframe_precompiled_${kind})
endfunction()
